@NullMarked
package onepermit.exchange.agreement.grpc;

import org.jspecify.annotations.NullMarked;
