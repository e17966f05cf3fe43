package health.stillwater.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Medians, and ratios that are taken within a round before their median is. */
final class Report {

    private Report() {}

    static void print(Map<String, List<Double>> measured) {
        var names = new ArrayList<>(measured.keySet());
        for (var name : names) {
            var rates = measured.getOrDefault(name, List.of());
            System.out.printf(
                    "%-38s %8.0f a second [%.0f..%.0f]",
                    name,
                    median(rates),
                    rates.stream().mapToDouble(it -> it).min().orElse(0),
                    rates.stream().mapToDouble(it -> it).max().orElse(0));
            for (var peer : names.subList(0, 2)) {
                System.out.printf(
                        "   %.2f x %s",
                        median(ratios(rates, measured.getOrDefault(peer, List.of()))),
                        peer.substring(0, 1));
            }
            System.out.println();
        }
    }

    private static List<Double> ratios(List<Double> some, List<Double> others) {
        var ratios = new ArrayList<Double>();
        for (int i = 0; i < some.size(); i++) {
            ratios.add(some.get(i) / others.get(i));
        }
        return ratios;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElse(0.0);
    }
}
