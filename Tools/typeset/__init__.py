"""The typesetting bench: invents consistent annual reports, prints them by many producers, and says what each one shows."""
