/** Tests of the road's services over a real server. */
@NullMarked
package onepermit.exchange.publication.grpc;

import org.jspecify.annotations.NullMarked;
