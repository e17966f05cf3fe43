<#-- The frame of every sign-in page: mark, one heading, one message, one form. Works without any script. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="en">
<head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex, nofollow">
    <title><#if messagesPerField?? && messagesPerField.existsError('username', 'password', 'totp', 'email', 'firstName', 'lastName', 'password-confirm')>Error: </#if><#nested "header"> – Stillwater</title>
    <link rel="icon" href="${url.resourcesPath}/img/mark.svg" type="image/svg+xml">
    <link rel="stylesheet" href="${url.resourcesPath}/css/sign-in.css">
</head>
<body data-page="login-${pageId}">
    <header class="head">
        <#if client?? && client.baseUrl?has_content>
            <a class="brand" href="${client.baseUrl}"><img src="${url.resourcesPath}/img/mark.svg" alt="" width="34" height="34">Stillwater</a>
        <#else>
            <span class="brand"><img src="${url.resourcesPath}/img/mark.svg" alt="" width="34" height="34">Stillwater</span>
        </#if>
    </header>
    <p class="crisis">Thinking about suicide, or worried about someone? Call or text <a href="tel:988">988</a>. In danger now? Call <a href="tel:911">911</a>.</p>
    <main class="main">
        <h1><#nested "header"></h1>
        <#if auth?has_content && auth.showUsername() && !auth.showResetCredentials()>
            <#nested "show-username">
            <p class="who">Signed in as <strong>${auth.attemptedUsername}</strong>. <a href="${url.loginRestartFlowUrl}">Not you?</a></p>
        </#if>
        <#if displayMessage && message?has_content && (message.type != 'warning' || !isAppInitiatedAction??)>
            <p class="notice notice--${message.type}" role="<#if message.type = 'error'>alert<#else>status</#if>">${kcSanitize(message.summary)?no_esc}</p>
        </#if>
        <#nested "form">
        <#if auth?has_content && auth.showTryAnotherWayLink()>
            <form action="${url.loginAction}" method="post">
                <input type="hidden" name="tryAnotherWay" value="on">
                <button class="button button--plain" type="submit">${msg("doTryAnotherWay")}</button>
            </form>
        </#if>
        <#nested "socialProviders">
        <#if displayInfo>
            <div class="info"><#nested "info"></div>
        </#if>
    </main>
</body>
</html>
</#macro>
