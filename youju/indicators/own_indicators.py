"""The table of the indicators that a bureau defines for itself."""

from youju.records.counting.own_definitions import OwnDefinition


class OwnIndicator(OwnDefinition):
    """An indicator of the bureau; ``table`` as one [[indicator]] of a definitions file."""

    class Meta(OwnDefinition.Meta):
        pass
