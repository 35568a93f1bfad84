"""What an incident is (事件类型, domain.md section 4); `inquiry` asks for information and has a promise of its own."""

from typing import Final

INCIDENT_KINDS: Final = (
    "power", "network", "hardware", "virus", "mail_virus", "denial_of_service", "exploit", "malicious_code",
    "human_error", "application", "other", "inquiry",
)  # fmt: skip
