@NullMarked
package onepermit.gateway.edge;

import org.jspecify.annotations.NullMarked;
