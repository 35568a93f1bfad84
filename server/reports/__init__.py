"""Printed paper: the inspection record and the label sheets, typeset in-process."""
