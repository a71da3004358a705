package onepermit.permit.station.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import onepermit.exchange.load.Column;
import onepermit.exchange.load.ImportKind;
import onepermit.exchange.load.Row;
import onepermit.permit.OwnerTransaction;
import onepermit.permit.station.Channel;
import onepermit.permit.station.Station;
import onepermit.permit.station.Stations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** File kind {@code station}: where people come. */
@Component
class StationFile implements ImportKind<Station> {
    private static final int MOST = 100_000;
    private static final Map<String, Channel> CHANNELS = Map.of(
            "POLICE_STATION",
            Channel.POLICE_STATION,
            "派出所",
            Channel.POLICE_STATION,
            "COMMUNITY",
            Channel.COMMUNITY,
            "社区",
            Channel.COMMUNITY,
            "ENTERPRISE",
            Channel.ENTERPRISE,
            "企业",
            Channel.ENTERPRISE,
            "INDUSTRIAL_PARK",
            Channel.INDUSTRIAL_PARK,
            "园区",
            Channel.INDUSTRIAL_PARK);

    private final OwnerTransaction transaction;
    private final Stations stations;

    StationFile(OwnerTransaction transaction, Stations stations) {
        this.transaction = transaction;
        this.stations = stations;
    }

    @Override
    public String name() {
        return "station";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.required("code", "编号", "up to 64 characters"),
                Column.required("name", "名称", "text"),
                Column.required("division", "所在地", "GB/T 2260"),
                Column.required(
                        "channel", "类型", "POLICE_STATION 派出所 | COMMUNITY 社区 | ENTERPRISE 企业 | INDUSTRIAL_PARK 园区"),
                Column.required("windows", "窗口数", "1 or more"),
                Column.required("daily_quota", "每日预约数", "appointments a day"),
                Column.optional("morning_numbers", "上午号数", "numbers served before noon; empty = half of the quota"),
                Column.optional("every_day", "节假日开放", "true | false; empty = false"),
                Column.optional("longitude", "经度", "degrees, e.g. 118.0894"),
                Column.optional("latitude", "纬度", "degrees, e.g. 24.4798"));
    }

    @Override
    public Station read(Row row) {
        int quota = (int) row.integer("daily_quota", 0, MOST);
        return new Station(
                row.text("code"),
                row.text("name"),
                row.division("division"),
                row.code("channel", CHANNELS),
                (int) row.integer("windows", 1, MOST),
                quota,
                row.integerIfAny("morning_numbers", 0, MOST).orElse(quota / 2L).intValue(),
                row.flagIfAny("every_day").orElse(false),
                place(row));
    }

    @Override
    public void store(List<Station> batch) {
        transaction.run(List.of(), () -> stations.record(batch));
    }

    private static Station.@Nullable Place place(Row row) {
        Optional<Double> longitude = degrees(row, "longitude", 180);
        Optional<Double> latitude = degrees(row, "latitude", 90);
        return longitude.isEmpty() || latitude.isEmpty() ? null : new Station.Place(longitude.get(), latitude.get());
    }

    private static Optional<Double> degrees(Row row, String column, int most) {
        return row.textIfAny(column).map(text -> {
            if (!text.matches("-?[0-9]{1,3}(\\.[0-9]{1,10})?") || Math.abs(Double.parseDouble(text)) > most) {
                throw row.refused(column, "DEGREES", "expected degrees from -" + most + " to " + most);
            }
            return Double.parseDouble(text);
        });
    }
}
