package health.stillwater.rulebook;

import java.util.Locale;
import tools.jackson.databind.EnumNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;

/** In JSON, {@code PO_BOX} is {@code po_box}. */
class LowerCaseNames implements EnumNamingStrategy {

    @Override
    public String convertEnumToExternalName(
            MapperConfig<?> config, AnnotatedClass type, String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
