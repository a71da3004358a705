/** Tests of the door, over real HTTP and gRPC, with a real department behind it. */
@NullMarked
package onepermit.gateway;

import org.jspecify.annotations.NullMarked;
