"""The inspection record (巡检记录单): from the documents of one round to a PDF."""
