/**
 * Owns the officers' console: its pages, the session of an officer, and the way of the session's calls to the JSON door.
 * It must not know what a call asks, and hands no token to the browser.
 */
@NullMarked
package onepermit.gateway.console;

import org.jspecify.annotations.NullMarked;
