/** Hashes and generates passwords, and hands the generated ones over in a file. A plain one is kept in memory only. */
@NullMarked
package dev.ferry.password;

import org.jspecify.annotations.NullMarked;
