package onepermit.exchange.rpc.tls;

import io.grpc.netty.NettyServerBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.grpc.server.ServerBuilderCustomizer;

/** Certificates between the processes of the house; only with people who do not exist can they be left out. */
@AutoConfiguration(after = SslAutoConfiguration.class)
public class TlsConfiguration {
    public static final String ENABLED = "onepermit.tls.enabled";

    /** As it runs. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = ENABLED, matchIfMissing = true)
    static class Secured {

        @Bean
        Credentials credentials(SslBundles bundles) {
            return new Credentials(bundles);
        }

        @Bean
        SslBundleRegistrar liveBundle(ObjectProvider<Credentials> credentials) {
            return new LiveBundle(credentials::getObject);
        }

        @Bean
        Transport transport(Credentials credentials) {
            return new MutualTls(credentials);
        }

        @Bean
        ServerBuilderCustomizer<NettyServerBuilder> peers() {
            return builder -> builder.addTransportFilter(new PeerFilter());
        }
    }

    /** For tests of what has nothing to do with connections. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = ENABLED, havingValue = false)
    static class Open {

        @Bean
        Transport transport(@Value("${onepermit.profile.synthetic:false}") boolean synthetic) {
            if (!synthetic) {
                throw new IllegalStateException(ENABLED + "=false is for synthetic people alone;"
                        + " leave it out and give this process a certificate (onepermit.tls.identity)");
            }
            return (holder, channel) -> channel.usePlaintext();
        }
    }
}
