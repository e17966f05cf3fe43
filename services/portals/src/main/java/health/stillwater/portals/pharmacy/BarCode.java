package health.stillwater.portals.pharmacy;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as Code 39 (ISO/IEC 16388), which every pharmacy's scanner reads: each sign is five bars
 * with four spaces between them; two of the bars and one of the spaces are wide.
 *
 * @param width of the whole drawing, where a narrow bar is 1 wide
 */
public record BarCode(String text, List<Bar> bars, int width) {

    /** The signs in tens; each ten has its wide space, each sign its place within the ten. */
    private static final List<String> TENS =
            List.of("UVWXYZ-. *", "1234567890", "ABCDEFGHIJ", "KLMNOPQRST");

    /** Which two of five bars are wide, by the place within the ten. */
    private static final List<String> WIDE_BARS =
            List.of(
                    "10001", "01001", "11000", "00101", "10100", "01100", "00011", "10010", "01010",
                    "00110");

    private static final int WIDE = 3;

    /** One black bar. */
    public record Bar(int x, int width) {}

    static BarCode of(String text) {
        var bars = new ArrayList<Bar>();
        int x = 0;
        for (char sign : ("*" + text + "*").toCharArray()) {
            x = draw(sign, bars, x) + 1;
        }
        return new BarCode(text, List.copyOf(bars), x - 1);
    }

    private static int draw(char sign, List<Bar> bars, int from) {
        int ten = tenOf(sign);
        var wide = WIDE_BARS.get(TENS.get(ten).indexOf(sign));
        int x = from;
        for (int bar = 0; bar < wide.length(); bar++) {
            int width = wide.charAt(bar) == '1' ? WIDE : 1;
            bars.add(new Bar(x, width));
            x += width;
            if (bar < wide.length() - 1) {
                x += bar == ten ? WIDE : 1;
            }
        }
        return x;
    }

    private static int tenOf(char sign) {
        for (int ten = 0; ten < TENS.size(); ten++) {
            if (TENS.get(ten).indexOf(sign) >= 0) {
                return ten;
            }
        }
        throw new IllegalArgumentException("not a sign of Code 39: " + sign);
    }
}
