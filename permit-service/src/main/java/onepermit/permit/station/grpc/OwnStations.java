package onepermit.permit.station.grpc;

import java.util.function.Predicate;
import onepermit.exchange.identity.DivisionCode;
import onepermit.exchange.rpc.Refusal;
import onepermit.exchange.rpc.RefusalException;
import onepermit.permit.RequestFields;
import onepermit.permit.station.Station;
import onepermit.permit.station.Stations;
import org.springframework.stereotype.Component;

/** The stations that the calling officer has to do with. */
@Component
class OwnStations {
    private final Stations stations;
    private final RequestFields fields;

    OwnStations(Stations stations, RequestFields fields) {
        this.stations = stations;
        this.fields = fields;
    }

    /** Of the officer's city: any window books for any station of it. */
    Station ofCity(String code) {
        return require(code, fields::isOfCity);
    }

    /** Of the officer's division: only there the queue is called. */
    Station ofDivision(String code) {
        return require(code, fields::owns);
    }

    private Station require(String code, Predicate<DivisionCode> own) {
        return stations.find(code)
                .filter(station -> own.test(station.division()))
                .orElseThrow(() -> new RefusalException(
                        Refusal.notFound("STATION_NOT_FOUND", "station", "no station of this code here")));
    }
}
