/**
 * Owns how a Boot service runs here: unpacked jar, AOT cache, settings as environment, readiness.
 * It must not know what the service does.
 */
@NullMarked
package onepermit.local.service;

import org.jspecify.annotations.NullMarked;
