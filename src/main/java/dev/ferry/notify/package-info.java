/**
 * Tells a web hook how a command ended. Whatever becomes of that, it never fails or holds up the command: what it found out is
 * a value, after a few seconds at most.
 */
@NullMarked
package dev.ferry.notify;

import org.jspecify.annotations.NullMarked;
