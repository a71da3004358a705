@NullMarked
package onepermit.exchange.erasure.grpc;

import org.jspecify.annotations.NullMarked;
