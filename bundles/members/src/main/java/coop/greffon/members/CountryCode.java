package coop.greffon.members;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import javax.validation.Constraint;
import javax.validation.ConstraintValidator;
import javax.validation.ConstraintValidatorContext;
import javax.validation.Payload;

/** Of two capital letters, those that ISO 3166-1 gives to a country. Whatever is not two capitals is refused by a pattern beside it. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CountryCode.Check.class)
public @interface CountryCode {
    /** The key of the sentence that refuses it. */
    String message() default "members.shape.country";

    /** Of no use here. */
    Class<?>[] groups() default {};

    /** Of no use here. */
    Class<? extends Payload>[] payload() default {};

    /** Knows the countries. */
    final class Check implements ConstraintValidator<CountryCode, String> {
        /** Kosovo has none of ISO, and is XK to banks, posts and other programs. */
        private static final String KOSOVO = "XK";

        private static final Set<String> CODES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || code.equals(KOSOVO) || CODES.contains(code) || !code.matches(Shapes.COUNTRY);
        }
    }
}
