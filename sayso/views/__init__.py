"""Case -> dossier."""
