/**
 * The one settings model: each setting is declared once in {@link dev.ferry.cli.setting.Catalog}, and everything that has to
 * do with settings (options, help, environment names, {@code .env.example}, origins, redaction) follows from that.
 */
@NullMarked
package dev.ferry.cli.setting;

import org.jspecify.annotations.NullMarked;
