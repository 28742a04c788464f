"""Word files from before 2007 and RTF, in: LibreOffice turns them into .docx, where this machine has it."""
