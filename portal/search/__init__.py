"""Finding every kind of public thing: one query layer, a database engine that is always there.

Import from `portal.search.searching` (search, suggest, similar, health), `portal.search.indexing` (index_changed) and
`portal.search.registry` (register).
"""
