package onepermit.exchange.rpc.tls;

import io.grpc.Attributes;
import io.grpc.Grpc;
import io.grpc.ServerTransportFilter;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Reads the certificate of the other end once for each connection, so that no call pays for it. */
public final class PeerFilter extends ServerTransportFilter {

    @Override
    public Attributes transportReady(Attributes attributes) {
        SSLSession session = attributes.get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        if (session == null) {
            return attributes;
        }
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate certificate
                    ? attributes.toBuilder().set(Peer.KEY, Peer.of(certificate)).build()
                    : attributes;
        } catch (SSLPeerUnverifiedException nobody) {
            return attributes;
        }
    }
}
