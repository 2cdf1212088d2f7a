"""The jail a submission runs in, and the checker's side of it.

`client` is what the checker uses; `wire` is the format between the two; `child` and `zygote` run inside the jail.
"""
