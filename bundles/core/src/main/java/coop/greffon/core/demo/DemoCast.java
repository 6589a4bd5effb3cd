package coop.greffon.core.demo;

import coop.greffon.core.identity.Account;
import coop.greffon.core.identity.AccountDraft;

/** Who plays in the demo: the people one may sign in as. */
public interface DemoCast {
    /**
     * Gives somebody an account. Its password is drawn by lot at each start, and printed.
     *
     * @param draft the account; its first login by alphabet is the one printed
     * @param who the message key of what the person is in the story
     */
    Account letIn(AccountDraft draft, String who);
}
