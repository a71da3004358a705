/** Tests of what the HTTP door derives from the contracts. */
@NullMarked
package onepermit.gateway.json;

import org.jspecify.annotations.NullMarked;
