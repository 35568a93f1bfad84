"""All faults, by the numbers that docs/trust.md gives them."""

from tests.faults import (
    bad_line,
    cloned_phones,
    failing_calls,
    failpoints,
    full_disk,
    full_phone,
    hung_uploads,
    killed_browser,
    killed_server,
    lossy_network,
    old_outboxes,
    power_cut,
    protocol_logic,
    reading_while_others_write,
    restored_server,
    revoked_rights,
    three_tabs,
    wrong_clocks,
)
from tests.faults.frame.fault import Fault

FAULTS: dict[str, Fault] = {
    module.FAULT.name: module.FAULT
    for module in (
        protocol_logic,
        lossy_network,
        reading_while_others_write,
        killed_server,
        failpoints,
        power_cut,
        failing_calls,
        full_disk,
        bad_line,
        hung_uploads,
        wrong_clocks,
        killed_browser,
        full_phone,
        three_tabs,
        old_outboxes,
        cloned_phones,
        restored_server,
        revoked_rights,
    )
}
