"""Where bytes come from and how they are opened: files, members, addresses, a worker that can be killed."""
