import Testing
@Suite struct ExitTests {}
