package coop.greffon.web.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a resource method which file its form takes. What is larger than any form may be is refused before the method is called, and
 * told in the same words as the method itself refuses what it does not take: {@link SentForm#tooLarge}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesFile {
    /** The message key of the label of its field. */
    String label();

    /** The largest file, in bytes, at most {@link SentForm#MOST_FILE_BYTES}. */
    long most() default SentForm.MOST_FILE_BYTES;
}
