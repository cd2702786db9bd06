"""Pictures for readers: named formats, sizes made ahead by a job, and the markup that lets the browser choose.

A reader's request never encodes: it shows what is there (`drawing`), a list reads it in one statement (`renditions`), and
`jobs` makes it when an editor saves a picture or publishes a page.
"""
