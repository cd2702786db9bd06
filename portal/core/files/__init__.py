"""How uploaded files reach readers: whole or by ranges, never as something that a browser would run."""
