"""The witness: the order story in Microsoft's own Agents Playground and on our emulator, compared."""
