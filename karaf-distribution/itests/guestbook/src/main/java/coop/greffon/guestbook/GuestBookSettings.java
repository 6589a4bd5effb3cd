package coop.greffon.guestbook;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What a co-op decides about its guest book. */
@ObjectClassDefinition
public interface GuestBookSettings {
    /** After how many months a word is taken out of the book; 0 keeps it for good. */
    @AttributeDefinition(defaultValue = "0", min = "0", max = "120")
    int monthsKept();
}
