/**
 * Owns how open cases are decided again when a fact changes: which cases a changed fact may touch, when their turn comes, and what came of it.
 * It must not know how a department decides; each brings a {@link onepermit.exchange.redecision.Redecidable} for its kinds of cases.
 */
@NullMarked
package onepermit.exchange.redecision;

import org.jspecify.annotations.NullMarked;
