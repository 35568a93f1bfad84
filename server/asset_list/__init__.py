"""The list of a project's assets as the desk reads it: searched, filtered, a page at a time, exported."""
