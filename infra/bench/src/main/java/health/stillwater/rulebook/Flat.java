package health.stillwater.rulebook;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/** What {@link Ask} found, as the fact of a rule engine. */
public record Flat(
        String physician,
        String state,
        long at,
        long today,
        long placeDay,
        String addressState,
        boolean addressValid,
        long addressDay,
        boolean street,
        boolean adult,
        boolean held,
        String indication,
        String code,
        boolean pain,
        boolean examined,
        boolean planned,
        boolean agreed,
        long visitGoodUntil,
        long screenGoodUntil,
        boolean deaActive,
        boolean deaCovers,
        boolean deaNumber,
        long deaUntil,
        long deaSeen,
        boolean cdsActive,
        String cdsState,
        long cdsUntil,
        long cdsSeen,
        boolean designated,
        long profileSeen,
        String homeState,
        boolean able,
        boolean reportRead,
        long reportSeen,
        String strength,
        String words,
        boolean wordsSpell,
        String license,
        boolean orgActive,
        long orgUntil,
        long orgSeen,
        boolean homeActive,
        long homeUntil,
        long homeSeen,
        boolean permitActive,
        long permitUntil,
        long permitSeen,
        boolean pharmacyDeaActive,
        long pharmacyDeaUntil,
        long pharmacyDeaSeen) {

    static Flat of(Map<String, Object> values) {
        var parts = Flat.class.getRecordComponents();
        try {
            return Flat.class
                    .getDeclaredConstructor(
                            Arrays.stream(parts)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(
                            Arrays.stream(parts).map(part -> values.get(part.getName())).toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** By which a rule engine may index. */
    public String getPhysician() {
        return physician;
    }

    /** By which a rule engine may index. */
    public String getState() {
        return state;
    }
}
