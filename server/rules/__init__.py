"""Pure rules: no Flask, no database, no clock. The phone decides the same by the same names (pwa/src/rules)."""
