package health.stillwater.portals.shell;

/** Phone numbers as people write them. */
public final class Phone {

    private Phone() {}

    /** {@code +13525550142} as {@code (352) 555-0142}; anything else as it is. */
    public static String words(String e164) {
        return e164.replaceFirst("^\\+1(\\d{3})(\\d{3})(\\d{4})$", "($1) $2-$3");
    }
}
