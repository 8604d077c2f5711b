"""The only room that writes: store, migrations, judgement log, stage cache."""
