<#import "template.ftl" as layout>
<#import "field.ftl" as fields>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username','password') displayInfo=realm.password && realm.registrationAllowed && !registrationDisabled??; section>
    <#if section = "header">
        ${msg("loginAccountTitle")}
    <#elseif section = "form">
        <form id="kc-form-login" action="${url.loginAction}" method="post">
            <#if messagesPerField.existsError('username','password')>
                <p class="notice notice--error" role="alert">${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</p>
            </#if>
            <#if !usernameHidden??>
                <@fields.field name="username" label=msg("email") type="email" value=(login.username!'') autocomplete="username" focus=true />
            </#if>
            <@fields.field name="password" label=msg("password") type="password" autocomplete="current-password" focus=usernameHidden?? />
            <input type="hidden" name="credentialId" <#if auth.selectedCredential?has_content>value="${auth.selectedCredential}"</#if>>
            <button class="button" id="kc-login" type="submit">${msg("doLogIn")}</button>
        </form>
    <#elseif section = "info">
        <p>${msg("noAccount")} <a href="${url.registrationUrl}">${msg("doRegister")}</a></p>
    </#if>
</@layout.registrationLayout>
