@NullMarked
package onepermit.exchange.load.grpc;

import org.jspecify.annotations.NullMarked;
