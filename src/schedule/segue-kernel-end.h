/* segue-kernel-end.h - takes back what segue-kernel-begin.h has defined
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#undef Shorts
#undef Ushorts
#undef Words
#undef Ints
#undef PER
#undef INLINE
#undef KERNEL_BYTES
#undef KERNEL_TARGET
#undef KERNEL_NAME
#undef KERNEL_MIN
#undef KERNEL_MAX
#undef KERNEL_SUM_PRODUCTS
#undef KERNEL_IS_ZERO
#undef KERNEL_MIN_INTS
#undef KERNEL_MAX_INTS
#undef KERNEL_PAIR_LOW
#undef KERNEL_PAIR_HIGH
#undef KERNEL_PACK
#undef KERNEL_SIGNS
#undef KERNEL_HALVE
#undef KERNEL_FOLD
