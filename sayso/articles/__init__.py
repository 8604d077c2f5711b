"""Document -> Article: split, zones, byline, publisher, published, copies."""
