#ifndef UNROLLER_FILESWAP_H
#define UNROLLER_FILESWAP_H

/// Lets two files or folders of one file system change names in one step.
/// Returns 0, or -1 with the reason in errno: ENOSYS and EINVAL where the system has no such call.
int unroller_swap_names(const char *first, const char *second);

#endif
