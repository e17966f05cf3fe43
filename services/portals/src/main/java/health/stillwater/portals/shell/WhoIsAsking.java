package health.stillwater.portals.shell;

import health.stillwater.kernel.Actor;
import health.stillwater.kernel.PatientId;
import health.stillwater.kernel.PharmacyId;
import health.stillwater.kernel.PhysicianId;
import health.stillwater.kernel.Refusal;
import health.stillwater.runtime.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Fills {@link Signed} parameters from the actor of the request. */
class WhoIsAsking implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Signed.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return as(parameter.getParameterType(), Acting.now());
    }

    private static Object as(Class<?> wanted, Actor actor) {
        if (wanted == Actor.class && actor.kind() != Actor.Kind.NOBODY) {
            return actor;
        }
        if (wanted == PatientId.class && actor.kind() == Actor.Kind.PATIENT) {
            return new PatientId(actor.id());
        }
        if (wanted == PhysicianId.class && actor.kind() == Actor.Kind.PHYSICIAN) {
            return new PhysicianId(actor.id());
        }
        var organization = actor.organization();
        if (wanted == PharmacyId.class
                && actor.kind() == Actor.Kind.PHARMACIST
                && organization != null) {
            return new PharmacyId(organization);
        }
        throw new Refusal.Missing("The page");
    }
}
