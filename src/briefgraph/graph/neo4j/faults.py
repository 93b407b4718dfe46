"""What an error of Neo4j, or of its driver, means here; no message holds a statement, a value or a password."""

from collections.abc import Iterator

from neo4j.exceptions import AuthError, ConfigurationError, Forbidden, Neo4jError, TransientError

from briefgraph.address import Neo4jAddress
from briefgraph.errors import EngineDown, StoreError, TimedOut

LATE = "the statement ran longer than its limit and was stopped; ask for less"
CREDENTIALS = "BRIEFGRAPH_NEO4J_USER and BRIEFGRAPH_NEO4J_PASSWORD give them"


def meant(error: Exception, address: Neo4jAddress) -> StoreError:
    """The error of this project's that one of Neo4j's is."""
    if isinstance(error, Neo4jError):
        return _of_server(error, address)
    shown = address.shown
    if isinstance(error, ConfigurationError):
        return StoreError(f"{shown} cannot be used with these settings: {error}")
    texts = [f"{type(cause).__name__} {cause}" for cause in _causes(error)]
    if any("CertVerification" in text for text in texts):
        return StoreError(
            f"{shown} has a certificate that this machine does not trust; add its authority to the machine's own, "
            "or write +ssc instead of +s where any certificate will do"
        )
    hint = "it may be tried again"
    if any(text.startswith("BoltSecurityError") for text in texts):
        hint = "if it does not speak TLS, write the scheme without +s or +ssc"
    elif any("incomplete handshake" in text for text in texts):
        hint = "if it wants TLS, write the scheme with +s or +ssc"
    elif any(text.startswith("BoltHandshakeError") or "looks like HTTP" in text for text in texts):
        hint = "is it Neo4j's port for Bolt?"
    elif any("DNS resolve" in text for text in texts):
        hint = "no host of that name is known"
    return EngineDown(f"{shown} gave no answer in time ({type(error).__name__}); {hint}")


def _of_server(error: Neo4jError, address: Neo4jAddress) -> StoreError:
    shown, code = address.shown, error.code or ""
    if "TransactionTimedOut" in code:
        return TimedOut(LATE)
    if "Memory" in code:
        return TimedOut("the statement needed more memory than the server has for it; ask for less")
    if code.endswith("AuthenticationRateLimit"):
        return StoreError(f"{shown} was given wrong passwords and takes none for some seconds ({code}); {CREDENTIALS}")
    if code.endswith("CredentialsExpired"):
        return StoreError(f"{shown} wants the password changed first: ALTER CURRENT USER SET PASSWORD ({code})")
    if isinstance(error, AuthError):
        return StoreError(f"{shown} refuses the user name or the password ({code}); {CREDENTIALS}")
    if isinstance(error, Forbidden):
        return StoreError(f"{shown} does not let this user do that ({code})")
    if "DatabaseNotFound" in code:
        return StoreError(f"{shown}: the server has no such database")
    if isinstance(error, TransientError) or error.is_retryable():
        return EngineDown(f"{shown} gave no answer in time ({type(error).__name__}); it may be tried again")
    return StoreError(f"{shown} refused ({code})")


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """The error and all that it came from, which a failed look for a cluster's members has in groups."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for one in error.exceptions:
                yield from _causes(one)
        error = error.__cause__
