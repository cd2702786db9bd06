"""What the index leaves to the worker."""

from django_tasks import task

from portal.search import indexing, knowledge


@task
def index_dirty() -> None:
    """Index what was changed together with many others, batch by batch."""
    while indexing.index_dirty_batch():
        pass


@task
def learn_words() -> None:
    """Count the words of the index, from which spelling is repaired."""
    knowledge.learn()
