"""What editors may upload: checked by content, never by name alone, and refused with a reason that helps."""
