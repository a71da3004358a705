@NullMarked
package onepermit.exchange.catalogue.grpc;

import org.jspecify.annotations.NullMarked;
