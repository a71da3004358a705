/**
 * Owns what a person learns from the ledger of who looked at her data, and which kinds of processing are not shown to those they are about.
 * It must not know what was answered in a look.
 */
@NullMarked
package onepermit.exchange.ledger.usage;

import org.jspecify.annotations.NullMarked;
