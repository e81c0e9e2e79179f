package dev.stateline.testkit;

import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Where a fixture does not declare the capability that a suite is about, each of its tests requires
 * that it is refused.
 */
final class CapabilityRule implements InvocationInterceptor {

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    proceedIfDeclared(invocation, context);
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    proceedIfDeclared(invocation, context);
  }

  private static void proceedIfDeclared(Invocation<Void> invocation, ExtensionContext context)
      throws Throwable {
    PersistenceSuite suite = (PersistenceSuite) context.getRequiredTestInstance();
    if (suite.needs().filter(need -> !suite.fixture.capabilities().contains(need)).isEmpty()) {
      invocation.proceed();
    } else {
      invocation.skip();
      suite.assertAbsent();
    }
  }
}
